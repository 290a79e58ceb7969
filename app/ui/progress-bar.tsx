interface ProgressBarProps {
  id: string;
  label: string;
  /** Left out while the amount of work is not known. */
  value?: number;
  max?: number;
  /** What has been done so far, in words: spoken as it changes. */
  text: string;
}

export function ProgressBar({ id, label, value, max = 100, text }: ProgressBarProps) {
  return (
    <div className="app-progress">
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      <progress className="app-progress__bar" id={id} value={value} max={max} aria-describedby={`${id}-text`} />
      <p className="app-progress__text" id={`${id}-text`} role="status" aria-live="polite">
        {text}
      </p>
    </div>
  );
}
