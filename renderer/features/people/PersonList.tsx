import { IconBuilding, IconMail, IconUser } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, nameOf } from './grouped.ts';
import classes from './people.module.css';

interface Props {
  readonly groups: readonly Group[];
  readonly open: string | undefined;
  readonly onOpen: (person: string) => void;
  /** Enter: on to the open person's facts. */
  readonly onEnter: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The people by role; arrows move from one to the next, Enter goes on to the facts. */
export function PersonList({ groups, open, onOpen, onEnter }: Props) {
  const { t } = useTranslation('people');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const all = groups.flatMap((group) => group.people);
  useEffect(() => {
    if (open !== undefined)
      box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      return onEnter();
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = all[all.findIndex((person) => person.id === open) + step];
    if (next !== undefined) onOpen(next.id);
  };
  return (
    <div
      ref={box}
      className={classes.rows}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={open === undefined ? undefined : `${id}-${open}`}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are options of a listbox
        <div key={group.role} role="group" aria-label={group.label}>
          <div className={classes.group}>
            {group.label} · {group.people.length}
          </div>
          {group.people.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={person.id === open}
              className={classes.row}
              onClick={() => onOpen(person.id)}
            >
              {person.kind === 'organisation' ? (
                <IconBuilding size={16} stroke={1.5} />
              ) : (
                <IconUser size={16} stroke={1.5} />
              )}
              <span className={classes.rowName} title={nameOf(person)}>
                {nameOf(person)}
              </span>
              {person.seal !== null && (
                <IconMail size={15} className={classes.sealed ?? ''} aria-label={t('seal.has')} />
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
