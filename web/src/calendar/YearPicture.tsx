/** A year as twelve months of days: worked, off, and what differs from the published version. */
import { useTranslation } from 'react-i18next';
import './calendar.css';

interface YearPictureProps {
  year: number;
  /** One character a day, `1` = worked. */
  days: string;
  /** What it is compared with; null = nothing. */
  before: string | null;
  onToggle?: (index: number) => void;
}

const DAY_MS = 86_400_000;

/** Days of a month with their place in the year; Monday first. */
function monthOf(year: number, month: number) {
  const first = Date.UTC(year, month, 1);
  const start = Date.UTC(year, 0, 1);
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const blank = (new Date(first).getUTCDay() + 6) % 7;
  const days = Array.from({ length: count }, (_, place) => ({
    date: place + 1,
    index: (first - start) / DAY_MS + place,
    weekend: (blank + place) % 7 >= 5,
  }));
  return { blank, days };
}

export function YearPicture({ year, days, before, onToggle }: YearPictureProps) {
  const { t, i18n } = useTranslation();
  const monthName = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en' : 'zh-CN', {
    month: 'long',
    timeZone: 'UTC',
  });
  return (
    <div className="calendar-year" data-testid={`year-${year}`}>
      {Array.from({ length: 12 }, (_, month) => {
        const { blank, days: ofMonth } = monthOf(year, month);
        return (
          <section key={month} className="calendar-month">
            <h2 className="calendar-month-name">{monthName.format(Date.UTC(year, month, 1))}</h2>
            <div className="calendar-grid">
              {Array.from({ length: blank }, (_, place) => (
                <span key={`blank-${place}`} />
              ))}
              {ofMonth.map(({ date, index, weekend }) => {
                const works = days[index] === '1';
                const usual = works !== weekend;
                const changed = before !== null && before[index] !== days[index];
                const what = t(works ? 'calendar.works' : 'calendar.off');
                const classes = [
                  'calendar-day',
                  works ? 'is-worked' : 'is-off',
                  !usual && 'is-special',
                  changed && 'is-changed',
                ];
                const name = `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
                return (
                  <button
                    key={date}
                    type="button"
                    className={classes.filter(Boolean).join(' ')}
                    disabled={!onToggle}
                    aria-pressed={works}
                    title={`${name} ${what}`}
                    onClick={() => onToggle?.(index)}
                  >
                    {date}
                    <span className="visually-hidden">{`${what} ${name}`}</span>
                  </button>
                );
              })}
            </div>
          </section>
        );
      })}
    </div>
  );
}
