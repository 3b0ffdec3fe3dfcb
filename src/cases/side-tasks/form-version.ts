/**
 * SQL: the version of its form that a task opening now shows: what its case's process froze, else (a side
 * task, a process published before forms had versions) the one in force.
 * @param form and caseNumber SQL of the form's key and the case's number
 */
export const versionForTask = (form: string, caseNumber: string): string =>
  `coalesce((SELECT pf.form_version FROM process_form pf JOIN cases fc ON fc.model_hash = pf.model_hash
              WHERE fc.number = ${caseNumber} AND pf.form_id = ${form}),
            (SELECT fv.version FROM form_version fv
              WHERE fv.form_id = ${form} AND fv.state = 'published'))`;
