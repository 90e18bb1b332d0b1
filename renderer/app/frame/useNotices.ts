import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { ErrorCode } from '../../../electron/core/api/errors.ts';
import { useErrorWords } from '../../components/ErrorNotice.tsx';
import { CoreError } from '../core.ts';
import { useSession } from '../session.ts';

/** What was noticed while the vault was opened, once. */
export function useNotices(): void {
  const { notices } = useSession();
  const words = useErrorWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each opening, not for each drawing
  useEffect(() => {
    for (const { code, params } of notices) {
      const { title, text } = words(new CoreError({ code: code as ErrorCode, params }));
      notifications.show({ color: 'warning', title, message: text, autoClose: 20_000 });
    }
  }, [notices]);
}
