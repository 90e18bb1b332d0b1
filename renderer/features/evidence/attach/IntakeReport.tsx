import { Anchor, Badge, CloseButton, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck, IconCircleX, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IntakeResult, IntakeState } from '../../../../electron/core/features/evidence/model.ts';
import { CoreError } from '../../../app/core.ts';
import { useErrorText } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from './attach.module.css';

interface Props {
  readonly intake: IntakeState;
  readonly onPutAway: (intake: string) => void;
  readonly onOpen: (exhibit: string) => void;
}

/** What came of an intake: how many exhibits, which were known already, which files failed and why. */
export function IntakeReport({ intake, onPutAway, onOpen }: Props) {
  const { t } = useTranslation('evidence');
  const { filesFailed: failed, filesKnown: known } = intake;
  const attached = intake.filesDone - failed;
  const [open, { toggle }] = useDisclosure(failed + known > 0);

  return (
    <section className={classes.card} data-state={failed > 0 ? 'failed' : intake.state}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" role="status">
          <Text size="sm" fw={600}>
            {intake.state === 'cancelled'
              ? t('report.cancelled', { count: attached })
              : t('report.done', { count: attached })}
          </Text>
          {known > 0 && <Badge color="warning">{t('report.known', { count: known })}</Badge>}
          {failed > 0 && <Badge color="seal">{t('report.failed', { count: failed })}</Badge>}
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Anchor component="button" size="xs" onClick={toggle} aria-expanded={open}>
            {open ? t('report.hide') : t('report.show')}
          </Anchor>
          <CloseButton size="sm" aria-label={t('report.putAway')} onClick={() => onPutAway(intake.id)} />
        </Group>
      </Group>
      <Collapse expanded={open}>
        <ul className={classes.results}>
          {intake.results.map((result, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes its order
            <Result key={index} result={result} onOpen={onOpen} />
          ))}
        </ul>
      </Collapse>
    </section>
  );
}

interface ResultProps {
  readonly result: IntakeResult;
  readonly onOpen: (exhibit: string) => void;
}

function Result({ result, onOpen }: ResultProps) {
  const { t } = useTranslation('evidence');
  const errorText = useErrorText();
  const { exhibit, number, duplicateOf, error } = result;
  return (
    <li className={classes.result}>
      {error !== undefined ? (
        <IconCircleX size={16} className={classes.bad} />
      ) : duplicateOf !== undefined ? (
        <IconCopy size={16} className={classes.known} />
      ) : (
        <IconCircleCheck size={16} className={classes.good} />
      )}
      {exhibit !== undefined && number !== undefined && (
        <Anchor component="button" size="xs" fw={600} onClick={() => onOpen(exhibit)}>
          {exhibitNumber(number)}
        </Anchor>
      )}
      <Text size="xs" truncate maw={420} title={result.name}>
        {result.name}
      </Text>
      <Text size="xs" c="dimmed" flex={1}>
        {error !== undefined && errorText(new CoreError(error))}
        {duplicateOf !== undefined && t('report.sameAs', { number: exhibitNumber(duplicateOf) })}
      </Text>
    </li>
  );
}
