import { defineConfig, type Plugin } from 'vite';

/** The font package names an old `.woff` beside each `.woff2`; every browser that can run this page reads the latter. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource\/.+\.css/.test(id)) return null;
    return code.replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '');
  },
};

/** Packages that come without the text of their licence, and where it is kept here. */
const WITHOUT_TEXT = { 'terra-draw': 'licences/terra-draw.txt', 'terra-draw-maplibre-gl-adapter': 'licences/terra-draw.txt' };

/** Puts the texts that packages left out into the collection of licences. */
const missingLicences: Plugin = {
  name: 'missing-licences',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const collection = bundle['third-party.txt'];
      if (collection?.type !== 'asset') return;
      let text = String(collection.source);
      for (const [name, file] of Object.entries(WITHOUT_TEXT)) {
        const licence = await this.fs.readFile(new URL(file, import.meta.url).pathname, { encoding: 'utf8' });
        text = text.replace(new RegExp(`^## ${name} - .*$`, 'm'), (heading) => `${heading}\n\n${licence}`);
      }
      collection.source = text;
    },
  },
};

export default defineConfig({
  // Nothing is copied as it is: every file the page loads has a hash in its name, save the pages themselves.
  publicDir: false,
  plugins: [woff2Only, missingLicences],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // A page each for families, for planners, for teachers, for editors, and for a place's staff.
    rollupOptions: { input: ['index.html', 'plan.html', 'study.html', 'edit.html', 'confirm.html'] },
    // No data: URLs of our own, so that the content security policy can be narrow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the page carries of others, with the licences' full texts, as they ask for.
    license: { fileName: 'third-party.txt' },
    // MapLibre alone is about 1 MB and comes after the list is up.
    chunkSizeWarningLimit: 1200,
  },
  // The server names its tiles by the host that it was asked for: the dev server's own, else they are another origin's.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
});
