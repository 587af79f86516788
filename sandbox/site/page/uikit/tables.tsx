import AtlaskitTable from '@atlaskit/dynamic-table';
import { Children, Slot, type Drawing } from './draw';
import { wrapped, type ForgeDoc } from './forgeDoc';
import { omit, tell } from './tell';

const cellOf = (cell: ForgeDoc) => {
  const { cellKey, ...own } = cell.props;
  return { ...own, key: typeof cellKey === 'string' ? cellKey : cell.key, content: <Children docs={cell.children} /> };
};

const rowOf = (row: ForgeDoc) => {
  const { rowKey, ...own } = row.props;
  return { ...own, key: typeof rowKey === 'string' ? rowKey : row.key, cells: row.children.map(cellOf) };
};

function DynamicTable({ doc }: Drawing) {
  const head = wrapped(doc, 'head');
  const own = omit(doc, 'emptyView', 'head', 'rows', 'onSetPage', 'onRankEnd', 'onRankStart');
  return (
    <AtlaskitTable
      {...own}
      {...(head.length > 0 && { head: { cells: head.map(cellOf) } })}
      rows={wrapped(doc, 'rows').map(rowOf)}
      onSetPage={(page: number) => tell(doc, 'onSetPage', page)}
      {...(doc.props.emptyView !== undefined && { emptyView: <Slot doc={doc} name="emptyView" /> })}
    />
  );
}

export const tables = { DynamicTable };
