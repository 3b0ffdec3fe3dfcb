/** The way from all that one supervises down to where one is; every part leads back up. */
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Board } from '../api/model.js';
import { withParams } from './filter.js';
import { nameOf } from './names.js';
import { useScopeName } from './scope.js';

export function Crumbs({ path }: { path: Board['path'] }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const whole = useScopeName();
  const without = (from: number) =>
    withParams(
      params,
      Object.fromEntries(path.slice(from).map(({ dimension }) => [dimension, undefined])),
    );
  return (
    <nav className="crumbs" aria-label={t('supervision.way')} data-testid="crumbs">
      {path.length === 0 ? (
        <span aria-current="page">{whole}</span>
      ) : (
        <Link to={without(0)}>{whole}</Link>
      )}
      {path.map(({ dimension, key, name }, index) => {
        const text = nameOf(t, dimension, key, name);
        return index === path.length - 1 ? (
          <span key={dimension} aria-current="page">
            {text}
          </span>
        ) : (
          <Link key={dimension} to={without(index + 1)}>
            {text}
          </Link>
        );
      })}
    </nav>
  );
}
