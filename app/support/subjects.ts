/** What a support school can help with. The database's checks hold the same words. */
export const supportSubjects = {
  english: "English",
  maths: "Maths",
  languages: "Languages",
  behaviour: "Behaviour",
  attendance: "Attendance",
  leadership: "Leadership",
} as const;
export type SupportSubject = keyof typeof supportSubjects;

/** The subjects whose specialist teachers are shared by days a week. */
export const teacherSubjects = ["english", "maths", "languages"] as const;
export type TeacherSubject = (typeof teacherSubjects)[number];

export const isSupportSubject = (text: unknown): text is SupportSubject =>
  typeof text === "string" && Object.hasOwn(supportSubjects, text);

export const isTeacherSubject = (text: unknown): text is TeacherSubject =>
  teacherSubjects.some((subject) => subject === text);

export const subjectName = (subject: string): string =>
  isSupportSubject(subject) ? supportSubjects[subject] : subject;
