/**
 * SQL: whether the results of a 一件事 go to the applicant together, as its item says or as the applicant
 * chose; seen from a part `c` with its matter `pc` and the matter's item `pi`.
 */
export const TOGETHER = `(c.parent_number IS NOT NULL AND CASE pi.data #>> '{ways,results}'
  WHEN 'together' THEN true
  WHEN 'choice' THEN coalesce(pc.form ->> 'results', 'separate') = 'together'
  ELSE false END)`;
