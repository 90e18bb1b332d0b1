import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconNotebook, IconPlus, IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import { useMay } from '../../../app/session.ts';
import { usePages } from '../../../app/usePages.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { orNothing } from '../form/useForm.ts';
import classes from '../operations.module.css';
import type { InOperation } from '../types.ts';
import { useChoices } from '../useChoices.ts';
import { LogList } from './LogList.tsx';
import { WriteLog } from './WriteLog.tsx';

/** The log, in the order in which things happened, the latest first. Entries are only ever added. */
export function LogTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const { agents } = useChoices(operation);
  const may = useMay('operation.write');
  const ready = may && operation.agents.length > 0;
  const [filter, setFilter] = useState({ text: '', agent: '', from: '', until: '' });
  const [text] = useDebouncedValue(filter.text, 200);
  // The core takes whole days only: half of one that is typed is none yet.
  const list = usePages('operations.log', {
    operation: operation.id,
    agent: orNothing(filter.agent),
    text: orNothing(text),
    from: orNothing(filter.from),
    until: orNothing(filter.until),
  });
  const [writing, setWriting] = useState<{ readonly corrects?: LogRow } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const write = () => {
    // A key pressed while a dialog is open must not change what the dialog is about.
    if (ready && writing === null) setWriting({});
  };
  useHotkeys([
    ['mod+N', write],
    ['/', () => field.current?.focus()],
  ]);
  const filtered = Object.values(filter).some((part) => part !== '');
  return (
    <div className={classes.log}>
      <div className={classes.toolbar}>
        <TextInput
          ref={field}
          size="xs"
          w={220}
          aria-label={t('log.search')}
          placeholder={t('log.search')}
          leftSection={<IconSearch size={14} />}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <Select
          size="xs"
          w={150}
          aria-label={t('field.agent')}
          placeholder={t('log.anyAgent')}
          clearable
          data={agents}
          value={filter.agent === '' ? null : filter.agent}
          onChange={(agent) => setFilter({ ...filter, agent: agent ?? '' })}
        />
        {(['from', 'until'] as const).map((end) => (
          <DayInput
            key={end}
            size="xs"
            w={130}
            aria-label={t(`log.${end}`)}
            placeholder={t(`log.${end}`)}
            value={filter[end]}
            onChange={(day) => setFilter({ ...filter, [end]: day })}
          />
        ))}
        <span className={classes.gap} />
        <span className={classes.quiet}>{list.pending ? '' : t('log.count', { count: list.total })}</span>
        {may && (
          <Button size="xs" leftSection={<IconPlus size={15} />} disabled={!ready} onClick={write}>
            {t('log.write')}
          </Button>
        )}
      </div>
      {list.error !== null && <ErrorNotice error={list.error} />}
      {!list.pending && list.total === 0 ? (
        <EmptyState
          icon={<IconNotebook size={28} stroke={1.4} />}
          title={t(filtered ? 'log.nothing' : 'log.none')}
          text={t(filtered ? 'log.nothingHelp' : ready || !may ? 'log.noneHelp' : 'log.noAgent')}
        />
      ) : (
        <LogList
          label={t('tab.log')}
          rows={list.rows}
          onRange={list.onRange}
          onCorrect={may ? (row) => setWriting({ corrects: row }) : null}
        />
      )}
      {writing !== null && (
        <WriteLog operation={operation} corrects={writing.corrects} onClose={() => setWriting(null)} />
      )}
    </div>
  );
}
