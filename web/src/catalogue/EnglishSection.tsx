/** The item in English: beside each Chinese text that people read, its translation. */
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Translatable, translatable } from './translatable.js';

export interface Translation {
  chinese: string;
  english: string;
}

interface Props {
  item: Record<string, unknown>;
  readonly: boolean;
  onChange: (fields: { english: Translation[] }) => void;
}

interface PartProps extends Translatable {
  words: ReadonlyMap<string, string>;
  readonly: boolean;
  onWrite: (chinese: string, english: string) => void;
}

function Line(props: Omit<PartProps, 'section' | 'texts'> & { chinese: string }) {
  const { chinese, words, readonly, onWrite } = props;
  const id = useId();
  return (
    <li className="translation">
      <label htmlFor={id}>{chinese}</label>
      <Input.TextArea
        id={id}
        lang="en"
        autoSize
        maxLength={4000}
        readOnly={readonly}
        value={words.get(chinese) ?? ''}
        onChange={({ target }) => onWrite(chinese, target.value)}
      />
    </li>
  );
}

function Part({ section, texts, ...line }: PartProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t(`catalogue.section-${section}`)}</h3>
      <ul className="plain-list">
        {texts.map((chinese) => (
          <Line key={chinese} chinese={chinese} {...line} />
        ))}
      </ul>
    </section>
  );
}

export function EnglishSection({ item, readonly, onChange }: Props) {
  const { t } = useTranslation();
  const translations = (item.english ?? []) as Translation[];
  const words = new Map(translations.map(({ chinese, english }) => [chinese, english]));
  const parts = translatable(item);
  const texts = parts.flatMap((part) => part.texts);
  const gone = translations.map(({ chinese }) => chinese).filter((one) => !texts.includes(one));
  const write = (chinese: string, english: string) => {
    const rest = new Map(words);
    if (english === '') rest.delete(chinese);
    else rest.set(chinese, english);
    onChange({ english: [...rest].map(([one, other]) => ({ chinese: one, english: other })) });
  };
  const line = { words, readonly, onWrite: write };
  return (
    <div className="stack" data-testid="item-english">
      <p className="muted">
        {t('catalogue.english-why', {
          done: texts.filter((text) => words.has(text)).length,
          total: texts.length,
        })}
      </p>
      {parts.map((part) => (
        <Part key={part.section} {...part} {...line} />
      ))}
      {gone.length > 0 && (
        <section>
          <h3>{t('catalogue.english-gone')}</h3>
          <ul className="plain-list">
            {gone.map((chinese) => (
              <Line key={chinese} chinese={chinese} {...line} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
