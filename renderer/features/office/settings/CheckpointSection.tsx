import { Alert, Button, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../electron/core/api/contract.ts';
import { call, useCore } from '../../../app/core.ts';
import { formatNumber } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Hash } from '../../../components/Hash.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

/** Where this workstation's journal stands, and a button that checks all of it. */
export function CheckpointSection() {
  const { t } = useTranslation('office');
  const { data, error } = useCore('timeline.checkpoint', {});
  // Reads only: nothing that is shown becomes stale by it.
  const verify = useMutation({ mutationFn: () => call('timeline.verify', {}) });
  return (
    <Section title={t('checkpoint.title')} text={t('checkpoint.text')}>
      {error !== null && <ErrorNotice error={error} />}
      {data !== undefined && (
        <dl className={classes.facts}>
          <dt>{t('checkpoint.size')}</dt>
          <dd>{formatNumber(data.size)}</dd>
          <dt>{t('checkpoint.root')}</dt>
          <dd>
            <Hash value={data.root} length={32} label={t('checkpoint.root')} />
          </dd>
          <dt>{t('checkpoint.origin')}</dt>
          <dd>
            <Hash value={data.origin} length={32} label={t('checkpoint.origin')} />
          </dd>
        </dl>
      )}
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('checkpoint.verify')}
      </Button>
      {verify.error !== null && <ErrorNotice error={verify.error} />}
      {verify.data !== undefined && !verify.isPending && <Outcome verification={verify.data} />}
    </Section>
  );
}

function Outcome({ verification }: { readonly verification: Output<'timeline.verify'> }) {
  const { t } = useTranslation('office');
  const { valid, problems } = verification;
  const entries = formatNumber(verification.entries);
  if (valid) {
    return (
      <Alert
        mt="sm"
        p="xs"
        role="status"
        variant="light"
        color="success"
        icon={<IconShieldCheck size={20} />}
        title={t('checkpoint.valid')}
      >
        {t('checkpoint.validText', { entries })}
      </Alert>
    );
  }
  return (
    <Alert
      mt="sm"
      p="xs"
      role="alert"
      variant="light"
      color="seal"
      icon={<IconShieldX size={20} />}
      title={t('checkpoint.invalid', { count: problems.length })}
    >
      <Text size="sm">{t('checkpoint.invalidText')}</Text>
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={`${problem.item} ${problem.what}`}>
            {problem.item}: {problem.what}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
