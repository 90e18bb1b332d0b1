import { Button, Group, Text } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useCore } from '../../app/core.ts';
import { formatNumber } from '../../app/format.ts';
import { useMay } from '../../app/session.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Hash } from '../../components/Hash.tsx';

/** Checks every entry of the journal and says in words what came of it. */
export function VerifyButton() {
  const { t } = useTranslation('timeline');
  const may = useMay('journal.verify');
  const verify = useCommand('timeline.verify');
  const { data: checkpoint } = useCore('timeline.checkpoint', {}, { enabled: may });
  const [shown, setShown] = useState(false);
  if (!may) return null;
  const begin = () => {
    setShown(true);
    verify.mutate({});
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRosetteDiscountCheck size={16} />}
        onClick={begin}
        loading={verify.isPending}
        flex="none"
      >
        {t('verify.do')}
      </Button>
      {shown && !verify.isPending && (
        <Dialog title={t('verify.title')} size={520} onClose={() => setShown(false)}>
          {verify.error !== null && <ErrorNotice error={verify.error} />}
          {verify.data !== undefined && (
            <Text size="sm" c={verify.data.valid ? 'success' : 'seal'} fw={600}>
              {verify.data.valid
                ? t('verify.valid', { entries: formatNumber(verify.data.entries) })
                : t('verify.invalid', { count: verify.data.problems.length })}
            </Text>
          )}
          {verify.data?.problems.slice(0, 20).map((problem) => (
            <Text key={`${problem.item} ${problem.what}`} size="xs" ff="monospace">
              {problem.item}: {problem.what}
            </Text>
          ))}
          {checkpoint !== undefined && (
            <Group gap="xs" mt="sm">
              <Text size="xs" c="dimmed">
                {t('verify.checkpoint', { size: formatNumber(checkpoint.size) })}
              </Text>
              <Hash value={checkpoint.root} length={24} />
            </Group>
          )}
        </Dialog>
      )}
    </>
  );
}
