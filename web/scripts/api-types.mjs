// Writes the types of the interface's answers, from its committed OpenAPI description, to `src/api/schema.d.ts` (which is
// not committed). It knows the JSON Schema words that the description uses and stops at any other, so that no type is
// ever quietly too wide. (`openapi-typescript` does more, but wants TypeScript 5 beside the 7 used here.)
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = new URL('../../crates/server/openapi.json', import.meta.url);
const TARGET = new URL('../src/api/schema.d.ts', import.meta.url);
const SAYS_NOTHING_OF_TYPE = ['description', 'example', 'examples', 'format', 'minimum', 'exclusiveMinimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'default', 'deprecated', 'minItems', 'maxItems', 'title'];
const KNOWN = new Set(['$ref', 'type', 'enum', 'const', 'properties', 'required', 'items', 'additionalProperties', 'propertyNames', 'allOf', 'oneOf', 'anyOf', ...SAYS_NOTHING_OF_TYPE]);
const PLAIN = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' };

function objectType(schema) {
  const required = new Set(schema.required ?? []);
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => `${JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${typeOf(member)};`,
  );
  const more = schema.additionalProperties;
  if (more && typeof more === 'object') members.push(`[key: string]: ${typeOf(more)};`);
  return members.length ? `{ ${members.join(' ')} }` : 'Record<string, unknown>';
}

function typeOf(schema) {
  const odd = Object.keys(schema).filter((word) => !KNOWN.has(word) && !word.startsWith('x-'));
  if (odd.length) throw new Error(`openapi.json uses ${odd.join(', ')}, which scripts/api-types.mjs does not know`);
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.allOf) return schema.allOf.map((part) => `(${typeOf(part)})`).join(' & ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map((part) => `(${typeOf(part)})`).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  const types = [schema.type ?? 'unknown'].flat().map((type) => {
    if (type === 'array') return `(${typeOf(schema.items ?? {})})[]`;
    return type === 'object' ? objectType(schema) : (PLAIN[type] ?? 'unknown');
  });
  return types.join(' | ');
}

const { components } = JSON.parse(readFileSync(SOURCE, 'utf8'));
const types = Object.entries(components.schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
writeFileSync(TARGET, `// Made by scripts/api-types.mjs from crates/server/openapi.json.\n${types.join('\n')}\n`);
