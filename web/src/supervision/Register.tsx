/** A register of cards or of orders: a page of rows after the other, and the one that is opened beside it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Table, type TableProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../shared/locales/audit.js';

interface Page<Row> {
  items: Row[];
  next?: string | null;
}

interface Props<Row> {
  /** `cards` or `orders`: what its rows are called, in the cache and in tests. */
  name: string;
  query: object;
  page: (after: string | undefined) => Promise<Page<Row>>;
  columns: (open: (id: string) => void) => TableProps<Row>['columns'];
  none: string;
  /** Over what is opened. */
  title: string;
  children: (id: string) => ReactNode;
  /** Rows that may be chosen, several at once. */
  choosing?: {
    chosen: string[];
    may: (row: Row) => boolean;
    onChoose: (ids: string[]) => void;
  };
}

export function Register<Row extends { id: string }>(props: Props<Row>) {
  const { name, query, page, columns, none, title, children, choosing } = props;
  const { t } = useTranslation();
  // An address may name one: a notification leads to it.
  const [params] = useSearchParams();
  const [open, setOpen] = useState<string | undefined>(params.get(name) ?? undefined);
  const list = useInfiniteQuery({
    queryKey: [name, query],
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <>
      <ErrorNotice error={list.error} retry={() => void list.refetch()} />
      <Table<Row>
        rowKey="id"
        size="small"
        className="dense"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap(({ items }) => items) ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty title={none} /> }}
        data-testid={name}
        columns={columns(setOpen)}
        {...(choosing && {
          rowSelection: {
            selectedRowKeys: choosing.chosen,
            getCheckboxProps: (row: Row) => ({ disabled: !choosing.may(row) }),
            onChange: (keys) => choosing.onChoose(keys as string[]),
          },
        })}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
      <Drawer
        size={560}
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={title}
        destroyOnHidden
      >
        {open && children(open)}
      </Drawer>
    </>
  );
}
