/** The documents say what is there: decision records, links, paths, one row for one word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  brokenLinks,
  decisionRecords,
  faultOf,
  missingFiles,
  missingPaths,
  referencesIn,
  textFiles,
  wordsOf,
} from './documents.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = textFiles(root);
const documents = files.filter(({ path }) => path.endsWith('.md'));
const records = decisionRecords(root);
/** This test's own examples are no references. */
const sources = files.filter(({ path }) => !path.startsWith('tools/docs/'));

describe('decision records', () => {
  it('are numbered from 1 without a gap, and their file bears number and title', () => {
    expect(records.map(({ number }) => number)).toEqual(records.map((_, place) => place + 1));
    const names = records.map(
      ({ number, title }) => `${String(number).padStart(4, '0')}-${wordsOf(title)}.md`,
    );
    expect(records.map(({ file }) => file)).toEqual(names);
  });

  it('are accepted, or superseded by another', () => {
    const byAnother = records.map(
      ({ file }) => `superseded by [${Number(file.slice(0, 4))}](${file})`,
    );
    for (const { number, status } of records)
      expect(['accepted', ...byAnother.filter((_, place) => place + 1 !== number)]).toContain(
        status,
      );
  });

  it('are what every “decision N” means, in code, tests and documents', () => {
    const faults = sources.flatMap(({ path, text }) =>
      referencesIn(text)
        .map((reference) => faultOf(reference, records))
        .filter((fault) => fault !== null)
        .map((fault) => `${path}: ${fault}`),
    );
    expect(faults).toEqual([]);
    expect(sources.flatMap(({ text }) => referencesIn(text)).length).toBeGreaterThan(20);
  });

  it.each([
    ['(decision 1, commands as rows)', null],
    ['/** It is\n * so (decision 1, commands\n * as rows, and recorded steps). */', null],
    ['[decision 9](docs/decisions/0009-messages-and-signals-are-rows.md)', null],
    ['(decision 9)', 'say which by its title'],
    ['(decision 9, commands as rows)', 'is “Messages and signals are rows”'],
    ['(decision 1, commands as row)', 'is “Commands as rows, and recorded steps”'],
    ['(decision 999, commands as rows)', 'does not exist'],
    ['[decision 1](0009-messages-and-signals-are-rows.md)', 'is 0001-'],
  ])('%s', (text, fault) => {
    const [found] = referencesIn(text).map((reference) => faultOf(reference, records));
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});

describe('documents', () => {
  it.each(documents)('$path links to what is there', (document) => {
    expect(brokenLinks(root, document)).toEqual([]);
  });

  // Decision records tell of their day; these tell of today.
  const ofToday = documents.filter(
    ({ path }) => !path.startsWith('docs/decisions/') && !path.startsWith('test/'),
  );
  it.each(ofToday)('$path names files and folders that are there', (document) => {
    expect(missingPaths(root, document)).toEqual([]);
  });
});

describe('comments', () => {
  it('name files that are there', () => {
    const paths = files.map(({ path }) => path);
    const missing = sources
      .filter(({ path }) => !path.endsWith('.md'))
      .flatMap((source) => missingFiles(source, paths).map((file) => `${source.path}: ${file}`));
    expect(missing).toEqual([]);
  });
});

describe('the version of Node.js', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const version = read('.nvmrc').trim();

  it.each([
    ['package.json', `"node": ">=${version}"`],
    ['package.json', `"@types/node": "^${version}.0"`],
    ['Dockerfile', `FROM node:${version}-`],
    ['tools/run.mjs', `Node.js ${version} 以上`],
    ['README.md', `Node.js ${version} 以上`],
  ])('is the one of .nvmrc in %s: %s', (path, words) => {
    expect(read(path)).toContain(words);
  });
});

describe('the glossary', () => {
  const glossary = documents.find(({ path }) => path === 'docs/glossary.md')!;
  const rows = glossary.text.split('\n').filter((line) => /^\| [^-]/.test(line));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));

  it('has each Chinese term in one row, whether alone or beside others', () => {
    const terms = cells
      .flatMap(([, term]) => term!.split(/\s*\/\s*/))
      .filter((term) => /[\u4e00-\u9fff]/.test(term) && term !== '中文');
    expect(terms.filter((term, place) => terms.indexOf(term) !== place)).toEqual([]);
  });

  it('has no English word for two Chinese ones', () => {
    const words = cells
      .filter(([, term]) => term !== '中文' && term !== 'code')
      .flatMap(([, term, word]) =>
        /[\u4e00-\u9fff]/.test(term!) ? [word!.split(/[;(]/)[0]!.trim()] : [],
      )
      .filter((word) => word !== '' && !word.includes('`'));
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
  });
});
