import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent, CustodyShown } from '../../../electron/core/features/custody/model.ts';
import { useCommand } from '../../app/core.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../components/exhibit-number.ts';
import { momentOf, nowParts } from '../../components/moment.ts';
import { CustodyField } from './CustodyFields.tsx';
import { type CustodyTexts, custodyForms, custodyInput, missingTexts, noTexts } from './custody-fields.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { WhenFields } from './WhenFields.tsx';
import { needsWhy } from './why.ts';

interface Props {
  readonly caseId: string;
  readonly shown: CustodyShown;
  readonly event: CustodyEvent;
  readonly onClose: () => void;
}

/** Writes down one custody event. What is written stays: a mistake is told by a further event. */
export function CustodyDialog({ caseId, shown, event, onClose }: Props) {
  const { t } = useTranslation('custody');
  const terms = useOfficeTerms();
  const { state, exhibit, number, records } = shown;
  const [at, setAt] = useState(() => nowParts());
  const [texts, setTexts] = useState<CustodyTexts>(() => ({ ...noTexts, ...begun(event, shown) }));
  const [tried, setTried] = useState(false);
  const record = useCommand('custody.record');
  const form = custodyForms[event];
  const when = momentOf(at);
  const asksWhy = needsWhy(state, { from: form.shown.includes('from') ? texts.from : '', when });
  const missing = [...missingTexts(event, texts), ...(asksWhy && texts.why.trim() === '' ? ['why'] : [])];
  const fields = form.shown.filter((field) => field !== 'why' || asksWhy);
  const known = records.flatMap(({ from, to }) => [from, to]).filter((name) => name !== '');

  const save = () => {
    setTried(true);
    if (when === null || missing.length > 0) return;
    const said = asksWhy ? texts : { ...texts, why: '' };
    record.mutate(custodyInput({ case: caseId, exhibit, event, when }, said), { onSuccess: onClose });
  };

  return (
    <Dialog
      size={680}
      title={`${terms.event(event)} · ${exhibitNumber(number)}`}
      keepOnClickOutside
      onClose={onClose}
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
          </Text>
          <SimpleGrid cols={2} spacing="sm">
            <WhenFields at={at} tried={tried} onChange={setAt} />
            {fields.map((field, index) => (
              <CustodyField
                key={field}
                caseId={caseId}
                event={event}
                field={field}
                value={texts[field]}
                required={form.required.includes(field) || field === 'why'}
                error={tried && missing.includes(field) ? t('required') : undefined}
                first={index === 0}
                known={known}
                onChange={(text) => setTexts({ ...texts, [field]: text })}
              />
            ))}
          </SimpleGrid>
          {record.error !== null && <ErrorNotice error={record.error} />}
          <DialogFoot save={t('save')} pending={record.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** What the form begins with: who has it gives it, what is out goes back where it came from, its seal is the one broken. */
function begun(event: CustodyEvent, { state }: CustodyShown): Partial<CustodyTexts> {
  const { holder, backTo, seal, phase } = state;
  const from = phase === 'held' || phase === 'out' ? holder : '';
  if (event === 'opened') return { seal };
  return { from, to: event === 'received' || event === 'returned' ? backTo : '' };
}
