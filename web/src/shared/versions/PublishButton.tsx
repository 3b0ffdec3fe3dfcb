/** Publishing, after a look at what it changes: the draft is kept, compared, confirmed. */
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import type { Review } from '../../api/model.js';
import { ErrorNotice, Loading, Notice } from '../ui.js';
import { type Compared, Differences, type Picture } from './Differences.js';
import type { Reviewed } from './made-from.js';

interface Props {
  /** Kind and definition, as the API's reviews call them. */
  kind: string;
  definition: string;
  /** Keeps what the editor shows; without it the draft is published as it was kept last. */
  keep?: () => Promise<unknown>;
  /** What else the draft is looked through for, once it is kept. */
  look?: () => Promise<unknown>;
  /** @param reviewed the draft, and what it was compared with, as both were reviewed here */
  publish: (reviewed: Reviewed) => Promise<unknown>;
  disabled?: boolean;
  /** Why it cannot be pressed, for people. */
  why?: string;
  /** What is settled only at publication (a day, a document), and whether all of it is there. */
  terms?: ReactNode;
  ready?: boolean;
  /** How the two versions are shown, where they are drawn. */
  picture?: Picture;
  testId?: string;
}

/** A draft has the number that it would be published with. */
export const comparedIn = ({ since, total, differences }: Review): Compared => ({
  ...{ before: since, after: (since ?? 0) + 1, total, differences },
});

export function PublishButton(props: Props) {
  const { kind, definition, keep, publish, disabled, why, terms, ready = true } = props;
  const { picture, look, testId } = props;
  const whyId = useId();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const review = useMutation({
    mutationFn: async () => {
      await keep?.();
      void look?.();
      return api.reviewDefinition(kind, definition);
    },
  });
  const publication = useMutation({ mutationFn: publish, onSuccess: () => setOpen(false) });
  const second = review.data?.needsSecondPerson ?? false;
  const confirm = () => {
    if (!review.data) return;
    const { revision, since } = review.data;
    publication.mutate({ revision, madeFromVersion: since ?? 0 });
  };
  const begin = () => {
    publication.reset();
    setOpen(true);
    review.mutate();
  };
  return (
    <>
      <Button
        type="primary"
        data-testid={testId ?? 'publish'}
        disabled={disabled}
        aria-describedby={why && whyId}
        onClick={begin}
      >
        {t('versions.publish')}
      </Button>
      {why && (
        <span id={whyId} className="small publish-why" data-testid="publish-why">
          {why}
        </span>
      )}
      <Modal
        open={open}
        width={picture ? '72rem' : '48rem'}
        title={t('versions.review')}
        okText={t('versions.confirm')}
        okButtonProps={{
          'data-testid': 'publish-confirm',
          disabled: !review.data || !ready || second,
          loading: publication.isPending,
        }}
        onOk={confirm}
        onCancel={() => setOpen(false)}
      >
        {review.isPending && <Loading />}
        <ErrorNotice error={review.error ?? publication.error} />
        {second && (
          <Notice tone="info" title={t('versions.second-person')} testId="second-person" />
        )}
        {review.data?.outdated && (
          <Notice
            tone="warning"
            title={t('versions.outdated', { version: review.data.since ?? 0 })}
            testId="outdated"
          />
        )}
        {review.data && <Differences compared={comparedIn(review.data)} picture={picture} />}
        {terms}
      </Modal>
    </>
  );
}
