import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { VERB_KEYS } from './verbs/list.js';

const KEYS: [string, string][] = [
  ['j / k', 'next'],
  ['g', 'view'],
  ['c', 'claim'],
  ['r', 'release'],
  ['1 – 9', 'outcome'],
  ['o', 'opinion'],
  ['Ctrl + Enter', 'complete'],
  ['[ / ]', 'material'],
  ...VERB_KEYS,
  ['m', 'mark'],
  ['M', 'mark-all'],
  ['/', 'search'],
  ['?', 'help'],
];

/** The keys on one sheet. */
export function HelpSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('bench.help')}>
      <dl className="keys">
        {KEYS.map(([key, name]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`bench.key-${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
