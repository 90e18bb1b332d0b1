import {
  Autocomplete,
  Button,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../electron/core/features/custody/model.ts';
import type { ExhibitDetail } from '../../../electron/core/features/evidence/model.ts';
import { useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../components/exhibit-number.ts';
import { useTeamNames } from '../../components/useTeamNames.ts';
import classes from './custody.module.css';
import {
  type CustodyText,
  type CustodyTexts,
  custodyForms,
  custodyInput,
  noTexts,
} from './custody-fields.ts';
import { momentOf, nowParts } from './moment.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  readonly event: CustodyEvent;
  readonly onClose: () => void;
}

/** Writes down one custody event. What is written stays: a mistake is told by a further event. */
export function CustodyDialog({ caseId, exhibit, event, onClose }: Props) {
  const { t } = useTranslation('custody');
  const terms = useOfficeTerms();
  const [at, setAt] = useState(() => nowParts());
  const [texts, setTexts] = useState<CustodyTexts>({ ...noTexts, from: exhibit.holder });
  const [tried, setTried] = useState(false);
  const record = useCommand('custody.record');
  const { shown, required } = custodyForms[event];
  const when = momentOf(at);
  const last = exhibit.custodyRecords.at(-1);
  const missing = required.filter((field) => texts[field].trim() === '');

  const save = () => {
    setTried(true);
    if (when === null || missing.length > 0) return;
    record.mutate(custodyInput({ case: caseId, exhibit: exhibit.id, event, when }, texts), {
      onSuccess: onClose,
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${terms.event(event)} · ${exhibitNumber(exhibit.number)}`}
    >
      <form
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(`help.${event}`)}
            {last !== undefined && ` ${t('notBefore', { when: formatDate(last.when) })}`}
          </Text>
          <SimpleGrid cols={2} spacing="sm">
            <DayInput
              label={t('day')}
              value={at.day}
              maxDate={new Date()}
              onChange={(day) => setAt({ ...at, day })}
              clearable={false}
              required
              error={tried && at.day === '' ? t('required') : undefined}
            />
            <TimePicker
              label={t('time')}
              size="sm"
              format="24h"
              classNames={{ field: classes.timePart ?? '' }}
              value={at.time}
              onChange={(time) => setAt({ ...at, time })}
              required
              error={tried && at.day !== '' && when === null ? t('required') : undefined}
            />
            {shown.map((field, index) => (
              <CustodyTextField
                key={field}
                caseId={caseId}
                field={field}
                label={field === 'to' && event === 'examined' ? t('examiner') : t(`field.${field}`)}
                value={texts[field]}
                required={required.includes(field)}
                error={tried && missing.includes(field) ? t('required') : undefined}
                first={index === 0}
                known={namesIn(exhibit)}
                onChange={(text) => setTexts({ ...texts, [field]: text })}
              />
            ))}
          </SimpleGrid>
          {record.error !== null && <ErrorNotice error={record.error} />}
          <Group justify="space-between" align="center" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {t('stays')}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={record.isPending}>
                {t('save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldProps {
  readonly caseId: string;
  readonly field: CustodyText;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  readonly error: string | undefined;
  /** Takes the focus when the dialog opens. */
  readonly first: boolean;
  readonly known: readonly string[];
  readonly onChange: (text: string) => void;
}

function CustodyTextField({ caseId, field, known, first, onChange, ...given }: FieldProps) {
  const team = useTeamNames(caseId);
  const rest = { ...given, 'data-autofocus': first || undefined };
  if (field === 'from' || field === 'to') {
    return (
      <Autocomplete
        size="sm"
        openOnFocus={false}
        data={[...new Set([...team, ...known])]}
        onChange={onChange}
        {...rest}
      />
    );
  }
  if (field === 'reason' || field === 'note') {
    return (
      <Textarea
        size="sm"
        autosize
        minRows={field === 'note' ? 2 : 1}
        style={{ gridColumn: '1 / -1' }}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...rest}
      />
    );
  }
  return <TextInput size="sm" onChange={(event) => onChange(event.currentTarget.value)} {...rest} />;
}

/** Everybody whom this exhibit's custody has named so far. */
function namesIn(exhibit: ExhibitDetail): string[] {
  return exhibit.custodyRecords.flatMap((record) => [record.from, record.to]).filter((name) => name !== '');
}
