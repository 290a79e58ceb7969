import type { ReactNode } from "react";

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  /** Who did it, with their role. */
  by?: ReactNode;
  /** The instant in ISO form, and the same in words. */
  at: { iso: string; text: string };
  /** The words that were given, quoted as they were written. */
  words?: ReactNode;
  children?: ReactNode;
}

interface TimelineProps {
  entries: TimelineEntry[];
  headingLevel?: 2 | 3 | 4;
  /** Names the list where no heading above it does. */
  label?: string;
}

export function Timeline({ entries, headingLevel = 3, label }: TimelineProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="app-timeline" aria-label={label}>
      {entries.map(({ id, title, by, at, words, children }) => (
        <li key={id} className="app-timeline__entry" id={id}>
          <Heading className="app-timeline__title">{title}</Heading>
          <p className="app-timeline__by">
            {by && <>{by}, </>}
            <time dateTime={at.iso}>{at.text}</time>
          </p>
          {words && <blockquote className="app-timeline__words">{words}</blockquote>}
          {children}
        </li>
      ))}
    </ol>
  );
}
