/** What the table of places tells the view that it stands in. */
import type { CellDone } from './cell-editor';
import type { Field } from './fields';
import type { Sort } from './filter';
import type { Row } from './rows';

/** Rows to be selected or not. */
export class RowsPicked extends CustomEvent<{ keys: string[]; on: boolean }> {
  constructor(keys: string[], on: boolean) {
    super('picked', { detail: { keys, on } });
  }
}

export class Sorted extends CustomEvent<Sort> {
  constructor(sort: Sort) {
    super('sorted', { detail: sort });
  }
}

/** A cell is being changed; `row-done` follows. */
export class RowBegun extends Event {
  constructor() {
    super('row-begun');
  }
}

/** A cell was left; see {@link CellDone}. */
export class RowDone extends CustomEvent<CellDone['detail'] & { row: Row; field: Field }> {
  constructor(row: Row, field: Field, detail: CellDone['detail']) {
    super('row-done', { detail: { ...detail, row, field } });
  }
}
