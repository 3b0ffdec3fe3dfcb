/** Every act of the register; a new one is one file and one line here. */
import type { Act } from './changes/index.js';
import { REMOVE_AUTHORITY, SET_AUTHORITY } from './authorities/index.js';
import {
  ADD_ORGANISATION,
  ADD_REGION,
  CHANGE_ORGANISATION,
  CHANGE_REGION,
  CLOSE_ORGANISATION,
} from './organisations/index.js';
import {
  ADD_PERSON,
  ADD_POST,
  CHANGE_POST,
  END_POST,
  LOCK_PERSON,
  UNLOCK_PERSON,
} from './posts/index.js';

export const EVERY_ACT = [
  ADD_REGION,
  CHANGE_REGION,
  ADD_ORGANISATION,
  CHANGE_ORGANISATION,
  CLOSE_ORGANISATION,
  ADD_PERSON,
  LOCK_PERSON,
  UNLOCK_PERSON,
  ADD_POST,
  CHANGE_POST,
  END_POST,
  SET_AUTHORITY,
  REMOVE_AUTHORITY,
] as readonly unknown[] as readonly Act[];
