import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../electron/core/api/errors.ts';
import { CoreError } from '../app/core.ts';
import { formatBytes, formatDuration } from '../app/format.ts';

export interface ErrorWords {
  /** What happened. */
  readonly title: string;
  /** What was kept. */
  readonly text: string;
  /** What to do. */
  readonly action: string;
}

/** Seconds and bytes as people read them; everything else as the core gave it. */
function readable(params: ErrorParams): Record<string, string | number> {
  const shown: Record<string, string | number> = { ...params };
  for (const name of ['needed', 'free', 'size']) {
    const bytes = params[name];
    if (typeof bytes === 'number') shown[name] = formatBytes(bytes);
  }
  if (typeof params.seconds === 'number') shown.wait = formatDuration(params.seconds);
  return shown;
}

/** Turns an error into words: title, what was kept, what to do. What is no refusal of the core is told as a defect. */
export function useErrorWords(): (error: Error) => ErrorWords {
  const { t } = useTranslation('errors');
  return (error) => {
    const body = error instanceof CoreError ? error.body : { code: 'internal', params: {} };
    const params = readable(body.params);
    return {
      title: t(`${body.code}.title`, params),
      text: t(`${body.code}.text`, params),
      action: t(`${body.code}.action`, params),
    };
  };
}

/** An error in one line, where there is no room for more. */
export function useErrorText(): (error: Error) => string {
  const words = useErrorWords();
  return (error) => words(error).title;
}
