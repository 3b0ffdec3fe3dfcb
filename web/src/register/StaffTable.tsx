/** Posts, of one body or of all that one keeps. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { OrganisationDetail, PostLine } from '../api/model.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import { Appointment } from './Appointment.js';
import '../shared/locales/register.js';

/** From a day to another; the day of leaving is the first without. */
export function Term({ post }: { post: PostLine }) {
  const { t } = useTranslation();
  return (
    <span>
      {t('register.term', { from: post.validFrom, to: post.validTo ?? t('register.no-end') })}{' '}
      {!post.held && <Tag>{t('register.not-held')}</Tag>}
    </span>
  );
}

export function StaffTable({ organisation }: { organisation?: OrganisationDetail }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [past, setPast] = useState(false);
  const [adding, setAdding] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ['register', 'staff', organisation?.id, words, past],
    queryFn: ({ pageParam }) =>
      api.staff({
        ...(organisation && { organisation: organisation.id }),
        ...(words && { q: words }),
        ...{ past, cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <div className="stack">
      <div className="row between">
        <span className="row">
          <Input.Search
            allowClear
            style={{ width: '15rem' }}
            aria-label={t('register.search-staff')}
            placeholder={t('register.search-staff')}
            maxLength={60}
            onSearch={(value) => setWords(value.trim())}
          />
          <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
            {t('register.with-past')}
          </Checkbox>
        </span>
        {(!organisation || organisation.kept) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('register.appoint')}
          </Button>
        )}
      </div>
      <ErrorNotice error={pages.error} retry={() => void pages.refetch()} />
      <Table<PostLine>
        rowKey="id"
        size="small"
        scroll={{ x: 'max-content' }}
        loading={pages.isPending}
        dataSource={pages.data?.pages.flatMap(({ items }) => items) ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('register.no-staff')} /> }}
        columns={[
          {
            title: t('register.person'),
            key: 'person',
            render: (_, { person, personName, locked }) => (
              <span>
                <Link to={`/staff/${person}`}>{personName}</Link>{' '}
                {locked && <Tag color="red">{t('register.locked')}</Tag>}
              </span>
            ),
          },
          ...(organisation
            ? []
            : [
                {
                  title: t('register.field-organisation'),
                  key: 'organisation',
                  render: (_: unknown, one: PostLine) => (
                    <Link to={`/organisations/${one.organisation}`}>{one.organisationName}</Link>
                  ),
                },
              ]),
          {
            title: t('register.field-role'),
            dataIndex: 'role',
            render: (role: string) => t(`role.${role}`),
          },
          { title: t('register.field-title'), dataIndex: 'title' },
          { title: t('register.field-certificate'), dataIndex: 'certificate' },
          { title: t('register.days'), key: 'days', render: (_, post) => <Term post={post} /> },
        ]}
      />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('register.more')}
        </Button>
      )}
      {adding && (
        <Appointment
          organisation={organisation ?? null}
          person={null}
          close={() => setAdding(false)}
        />
      )}
    </div>
  );
}
