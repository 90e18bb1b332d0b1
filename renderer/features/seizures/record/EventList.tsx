import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetEvent } from '../../../../electron/core/features/seizures/model.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import { useNavigation } from '../../../app/route.ts';
import { useMay } from '../../../app/session.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { useWords } from '../useWords.ts';
import { AnnulDialog } from './AnnulDialog.tsx';
import { useEventFacts } from './event-facts.ts';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

interface Props extends OfRecord {
  readonly onOpen: (asset: string) => void;
}

/** Every step and event, the last first. What was annulled stays, struck out, with who, when and why. */
export function EventList({ caseId, asset, past, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const mayWrite = useMay('seizure.write') && !past;
  const mayDecide = useMay('seizure.decide') && !past;
  const [annulling, setAnnulling] = useState<AssetEvent | null>(null);
  return (
    <>
      <ol className={classes.events} aria-label={t('event.all')}>
        {asset.events.toReversed().map((event) => (
          <EventRow
            key={event.id}
            caseId={caseId}
            event={event}
            onAnnul={
              event.annulled === null && (event.decides ? mayDecide : mayWrite)
                ? () => setAnnulling(event)
                : undefined
            }
            onOpen={onOpen}
          />
        ))}
        <li className={classes.event}>
          <time dateTime={asset.identifiedOn}>{formatDay(asset.identifiedOn)}</time>
          <div>
            <span className={classes.eventName}>{t('event.identified')}</span>
            <div className={classes.quiet}>
              {t('writtenBy', { author: asset.addedBy, when: formatDate(asset.addedAt) })}
            </div>
          </div>
        </li>
      </ol>
      {annulling !== null && (
        <AnnulDialog caseId={caseId} asset={asset.id} event={annulling} onClose={() => setAnnulling(null)} />
      )}
    </>
  );
}

interface RowProps {
  readonly caseId: string;
  readonly event: AssetEvent;
  readonly onAnnul: (() => void) | undefined;
  readonly onOpen: (asset: string) => void;
}

function EventRow({ caseId, event, onAnnul, onOpen }: RowProps) {
  const { t } = useTranslation('seizures');
  const { go } = useNavigation();
  const words = useWords();
  const facts = useEventFacts()(event);
  const { document, annulled } = event;
  return (
    <li className={classes.event} data-annulled={annulled !== null || undefined}>
      <time dateTime={event.on}>{formatDay(event.on)}</time>
      <div>
        <div className={classes.said}>
          <span className={classes.eventName}>{words.event(event.type)}</span>
          <dl className={classes.facts}>
            {facts.map(({ label, value }) => (
              <Fact key={label} label={label} value={value} />
            ))}
            {event.note !== '' && <Fact label={t('form.note')} value={event.note} />}
          </dl>
          {event.type === 'split' && (
            <ul className={classes.lines}>
              {event.facts.parts.map((part) => (
                <li key={part.asset}>
                  <UnstyledButton className={classes.link} onClick={() => onOpen(part.asset)}>
                    {exhibitNumber(part.number)} · {part.name}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )}
        </div>
        {document !== null && (
          <UnstyledButton
            className={classes.link}
            onClick={() => go({ screen: 'case', case: caseId, tab: 'evidence', item: document.exhibit })}
          >
            {exhibitNumber(document.number)} · {document.name}
          </UnstyledButton>
        )}
        {annulled !== null && (
          <div className={classes.annulled}>
            {t('annulled', {
              author: annulled.author,
              when: formatDate(annulled.at),
              reason: annulled.reason,
            })}
          </div>
        )}
        <div className={classes.quiet}>
          {t('writtenBy', { author: event.author, when: formatDate(event.at) })}
        </div>
      </div>
      {onAnnul !== undefined && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onAnnul}>
          {t('annul.button')}
        </Button>
      )}
    </li>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string | readonly string[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {typeof value === 'string' ? (
          value
        ) : (
          <ul className={classes.lines}>
            {value.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
