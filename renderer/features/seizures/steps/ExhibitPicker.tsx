import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoreError, useCore } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import type { Option } from '../../../app/terms.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { AttachDialog, useAttach, useIntakes } from '../../evidence/index.ts';
import classes from './steps.module.css';

interface Props {
  readonly caseId: string;
  readonly label: string;
  readonly required?: boolean;
  /** Takes the focus when the dialog opens. */
  readonly first?: boolean;
  readonly error?: string | undefined;
  /** The exhibit's id; empty for none. */
  readonly value: string;
  readonly onChange: (exhibit: string) => void;
}

/** Chooses an exhibit of the case by number or name, or attaches a file there and then and takes that. */
export function ExhibitPicker({
  caseId,
  label,
  required = false,
  first = false,
  error,
  value,
  onChange,
}: Props) {
  const { t } = useTranslation('seizures');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Option | null>(null);
  const [asked] = useDebouncedValue(text, 150);
  const wanted = chosen !== null && asked === chosen.label ? '' : asked.trim();
  const { data } = useCore(
    'evidence.list',
    { case: caseId, text: wanted, sort: 'number', descending: true, offset: 0, limit: 30 },
    { keepPrevious: true },
  );
  const found = (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${exhibitNumber(row.number)} · ${row.name}`,
  }));
  const options =
    chosen === null || found.some((each) => each.value === chosen.value) ? found : [chosen, ...found];
  const choose = (exhibit: string | null) => {
    setChosen(options.find((each) => each.value === exhibit) ?? null);
    onChange(exhibit ?? '');
  };
  const attached = useAttached(caseId, (row) => {
    setChosen(row);
    onChange(row.value);
  });
  return (
    <div>
      <div className={classes.picker}>
        <Select
          flex={1}
          label={label}
          placeholder={t('exhibit.choose')}
          withAsterisk={required}
          data-autofocus={first || undefined}
          searchable
          clearable
          error={error}
          nothingFoundMessage={t('exhibit.nothing')}
          // The core has looked already.
          filter={({ options: all }) => all}
          data={options}
          value={value === '' ? null : value}
          onChange={choose}
          onSearchChange={setText}
        />
        {attached.control}
      </div>
      {attached.problem}
    </div>
  );
}

/** The button that attaches a file, and what was attached, as soon as it is an exhibit. */
function useAttached(caseId: string, onAttached: (exhibit: Option) => void) {
  const { t } = useTranslation('seizures');
  const may = useMay('evidence.attach');
  const attach = useAttach();
  const picker = useRef<HTMLInputElement>(null);
  const { intakes } = useIntakes(caseId);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const ended = intakes.find(
    ({ id, state }) => id === waiting && (state === 'done' || state === 'cancelled'),
  );
  useEffect(() => {
    if (ended === undefined) return;
    setWaiting(null);
    const { exhibit, number = '', name = '', error } = ended.results[0] ?? {};
    if (exhibit !== undefined) onAttached({ value: exhibit, label: `${exhibitNumber(number)} · ${name}` });
    else setFailed(error === undefined ? null : new CoreError(error));
  }, [ended, onAttached]);
  // A form in a dialog above this one is not this one's form, though React hands its events on.
  const control = may ? (
    <span onSubmit={(event) => event.stopPropagation()}>
      <input
        ref={picker}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          attach.add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Tooltip label={t('exhibit.attach')}>
        <ActionIcon
          size={36}
          variant="default"
          loading={waiting !== null}
          aria-label={t('exhibit.attach')}
          onClick={() => picker.current?.click()}
        >
          <IconPaperclip size={17} />
        </ActionIcon>
      </Tooltip>
      {attach.offered.length > 0 && (
        <AttachDialog
          caseId={caseId}
          files={attach.offered}
          onMore={() => picker.current?.click()}
          onRemove={attach.remove}
          onClose={attach.clear}
          onBegun={setWaiting}
        />
      )}
    </span>
  ) : null;
  const problem = (
    <>
      {failed !== null && <ErrorNotice error={failed} onClose={() => setFailed(null)} />}
      {attach.error !== null && <ErrorNotice error={attach.error} onClose={attach.forgetError} />}
    </>
  );
  return { control, problem };
}
