/**
 * The items as people look for them: by pairs of characters of name, materials and subjects, by pinyin
 * whole and by initials, and nearly. It lies in memory: twenty thousand items are a few megabytes.
 */
import MiniSearch from 'minisearch';
import { pinyin } from 'pinyin-pro';

export interface Searched {
  code: string;
  name: string;
  /** Names of materials, whom it is for, what the guide says in a line, name and line in English. */
  more: string[];
}

export interface Found {
  code: string;
  /** Share of what was asked that is there, 0 to 1. */
  share: number;
}

const HAN = /\p{Script=Han}+/gu;
const LATIN = /[a-z0-9]+/g;

/** Pairs of neighbouring characters; one that stands alone is itself. */
export function pairsOf(text: string): string[] {
  const runs = text.match(HAN) ?? [];
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, at) => characters[at]! + character);
  });
  return [...pairs, ...(text.toLowerCase().match(LATIN) ?? [])];
}

const syllablesOf = (text: string): string[] =>
  (text.match(HAN) ?? []).flatMap((run) =>
    pinyin(run, { toneType: 'none', type: 'array', v: true }),
  );

/** From each syllable on, so that the middle of a name is found by its beginning: `shipin…`, `pin…`. */
const fromEach = (parts: string[]): string[] => parts.map((_, at) => parts.slice(at).join(''));

/** What an item's name sounds like, and its initials. */
export function soundsOf(name: string): string[] {
  const syllables = syllablesOf(name);
  return [...fromEach(syllables), ...fromEach(syllables.map((syllable) => syllable[0] ?? ''))];
}

interface Document {
  code: string;
  name: string;
  more: string;
  sounds: string[];
}

const BOOST = { name: 4, sounds: 2, more: 1 };
/** More are no help to anybody. */
const MOST_FOUND = 50;

export class ItemIndex {
  private readonly index = new MiniSearch<Document>({
    ...{ idField: 'code', fields: ['name', 'more', 'sounds'] },
    tokenize: (text, field) => (field === 'sounds' ? text.split(',') : pairsOf(text)),
    processTerm: (term) => term,
  });

  add({ code, name, more }: Searched): void {
    this.index.add({ code, name, more: more.join(' '), sounds: soundsOf(name) });
  }

  /**
   * @param words other words for it, any of which will do
   * @returns the best first
   */
  find(text: string, words: readonly string[] = []): Found[] {
    const best = new Map<string, { share: number; score: number }>();
    for (const asked of [text, ...words])
      for (const { code, share, score } of this.findOne(asked)) {
        const before = best.get(code);
        if (!before || share > before.share) best.set(code, { share, score });
      }
    return [...best]
      .sort(([, a], [, b]) => b.share - a.share || b.score - a.score)
      .slice(0, MOST_FOUND)
      .map(([code, { share }]) => ({ code, share }));
  }

  private findOne(text: string) {
    const pairs = [...new Set(pairsOf(text))];
    if (pairs.length === 0) return [];
    const written = this.index
      .search(text, {
        ...{ fields: ['name', 'more', 'sounds'], boost: BOOST, combineWith: 'OR' },
        tokenize: () => pairs,
        prefix: (term) => term.length === 1 || isLatin(term),
        fuzzy: (term) => (isLatin(term) && term.length > 4 ? 1 : false),
      })
      .map(({ id, score, queryTerms }) => ({
        ...{ code: id as string, score },
        share: queryTerms.length / pairs.length,
      }));
    return [...written, ...this.soundingLike(text)];
  }

  /** What was mistaken for another character of the same sound. */
  private soundingLike(text: string) {
    const sound = syllablesOf(text).join('');
    if (sound.length < 4) return [];
    return this.index
      .search(sound, { fields: ['sounds'], prefix: true, tokenize: () => [sound] })
      .map(({ id, score }) => ({ code: id as string, score, share: 0.9 }));
  }
}

const isLatin = (term: string): boolean => /^[a-z0-9]+$/.test(term);
