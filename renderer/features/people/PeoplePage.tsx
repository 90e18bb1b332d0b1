import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../electron/core/features/people/model.ts';
import { useCore } from '../../app/core.ts';
import { useNavigation } from '../../app/route.ts';
import { useMay } from '../../app/session.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddPerson } from './AddPerson.tsx';
import { grouped } from './grouped.ts';
import { PersonDetail } from './PersonDetail.tsx';
import { PersonList } from './PersonList.tsx';
import classes from './people.module.css';

interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** People and organisations of the case, and how they are related. */
export function PeoplePage({ caseId, asOf }: Props) {
  const { t } = useTranslation('people');
  const { route, go } = useNavigation();
  const { pack, role } = useOfficeTerms();
  const { data: people, error, isSuccess } = useCore('people.list', { case: caseId, asOf });
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const may = useMay('person.write') && asOf === undefined;
  const page = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    if (may) setAdding(true);
  };
  useHotkeys([
    ['N', add],
    ['/', () => field.current?.focus()],
  ]);
  const groups = grouped(
    people ?? [],
    text,
    (pack?.personRoles ?? []).map((each) => each.id),
    role,
  );
  const item = route.screen === 'case' ? route.item : undefined;
  const shown: PersonRow | undefined =
    people?.find((person) => person.id === item) ?? (item === undefined ? groups[0]?.people[0] : undefined);
  const open = (person: string) => {
    if (route.screen === 'case') go({ ...route, item: person });
  };
  const focusIn = (place: string) => page.current?.querySelector<HTMLElement>(place)?.focus();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // React hands on the keys of dialogs too, although they lie elsewhere in the document.
    const within = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === 'Escape' && within && !event.defaultPrevented) focusIn('[role=listbox]');
  };
  if (error !== null) return <ErrorNotice error={error} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key heard from the controls within
    <div ref={page} className={classes.page} onKeyDown={onKeyDown}>
      <div className={classes.list}>
        <div className={classes.head}>
          <TextInput
            ref={field}
            size="xs"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={14} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {may && (
            <Tooltip label={t('add.button')}>
              <ActionIcon variant="filled" size={30} onClick={add} aria-label={t('add.button')}>
                <IconUserPlus size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        <PersonList
          groups={groups}
          open={shown?.id}
          onOpen={open}
          onEnter={() => focusIn('[data-person] button[aria-description]')}
        />
      </div>
      {shown !== undefined && people !== undefined ? (
        <PersonDetail
          key={shown.id}
          caseId={caseId}
          person={shown}
          people={people}
          past={asOf}
          onOpen={open}
        />
      ) : (
        isSuccess && (
          <EmptyState
            icon={<IconUsers size={28} stroke={1.4} />}
            title={people?.length === 0 ? t('none.title') : t('none.found')}
            text={t('none.help')}
            action={
              may ? (
                <Button size="xs" leftSection={<IconUserPlus size={16} />} onClick={add}>
                  {t('add.button')}
                </Button>
              ) : undefined
            }
          />
        )
      )}
      {adding && <AddPerson caseId={caseId} onClose={() => setAdding(false)} onAdded={open} />}
    </div>
  );
}
