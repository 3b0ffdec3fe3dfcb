import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A person or firm of the demonstration, as the province's identity service knows them. */
export interface Person {
  subject: string;
  account: string;
  password: string;
  name: string;
  /** Identity number of a person, unified social credit code of a firm. */
  idNumber: string;
  kind: 'natural' | 'legal' | 'staff';
  posts: { title?: string }[];
}

export class People {
  private readonly list: Person[];

  constructor(demonstrationDir: string) {
    this.list = JSON.parse(readFileSync(join(demonstrationDir, 'people.json'), 'utf8')) as Person[];
  }

  all(): Person[] {
    return this.list;
  }

  bySubject(subject: string): Person | undefined {
    return this.list.find((person) => person.subject === subject);
  }

  byAccount(account: string): Person | undefined {
    return this.list.find((person) => person.account === account);
  }
}
