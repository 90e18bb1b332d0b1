import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgentIdentity, EnvelopePaper } from '../../../../electron/core/features/operations/model.ts';
import { useShownBriefly } from '../../../components/shown-briefly.ts';
import classes from '../operations.module.css';

interface Props {
  readonly identity: AgentIdentity;
  readonly onClose: () => void;
}

const parts = [
  'trueName',
  'trueDocument',
  'rank',
  'unit',
  'assumedName',
  'assumedDocument',
  'legend',
  'notes',
] as const;

/** What lies in the envelope, for a minute. */
export function ShownIdentity({ identity, onClose }: Props) {
  const { t } = useTranslation('operations');
  const left = useShownBriefly(onClose);
  return (
    <Stack gap="md">
      <dl className={classes.identity}>
        {parts
          .filter((part) => identity[part] !== '')
          .map((part) => [
            <dt key={`${part} name`}>{t(`identity.${part}`)}</dt>,
            <dd key={part}>{identity[part]}</dd>,
          ])}
        {identity.papers.map((paper, at) => [
          // biome-ignore lint/suspicious/noArrayIndexKey: papers have no name of their own
          <dt key={`${at} name`}>{t(`papers.kind.${paper.what}`)}</dt>,
          // biome-ignore lint/suspicious/noArrayIndexKey: papers have no name of their own
          <dd key={at}>
            <Paper paper={paper} />
          </dd>,
        ])}
      </dl>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('envelope.recorded', { seconds: left })}
        </Text>
        <Button onClick={onClose} data-autofocus>
          {t('envelope.hide')}
        </Button>
      </Group>
    </Stack>
  );
}

function Paper({ paper: { type, what, content } }: { readonly paper: EnvelopePaper }) {
  const { t } = useTranslation('operations');
  if (type === 'application/pdf') return t('papers.pdf');
  return <img src={`data:${type};base64,${content}`} alt={t(`papers.kind.${what}`)} />;
}
