/** A stored open school `s` that the list $1 has no row for, whether it is taken over or not. */
export const isLacking = `
  s.open AND NOT EXISTS (SELECT FROM staged_schools t WHERE t.file_id = $1 AND t.school_id = s.id)
  AND NOT EXISTS (SELECT FROM file_schools f WHERE f.file_id = $1 AND f.school_id = s.id)
  AND s.id NOT IN (SELECT unnest(candidate_ids) FROM staged_schools WHERE file_id = $1 AND outcome = 'undecided')`;

/** Changed columns as jsonb, with the council by its name: a reader does not know it by its code. */
export const withCouncilName = (columns: string): string => `
  CASE WHEN ${columns} ? 'council_code'
       THEN ${columns} || jsonb_build_object('council_code',
              (SELECT co.name FROM councils co WHERE co.code = ${columns} ->> 'council_code'))
       ELSE ${columns} END`;
