/** Findings in the order in which somebody sees to them. */
import type { Finding } from '../api/model.js';

const GRADES = ['error', 'warning', 'info'];

export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => GRADES.indexOf(a.severity) - GRADES.indexOf(b.severity));
