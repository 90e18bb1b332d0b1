import { Badge } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../../../electron/core/features/bundles/model.ts';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import { exhibitNumber } from '../../../../components/exhibit-number.ts';
import { ExhibitIcon } from '../../../evidence/index.ts';
import { LineButtons } from '../../lines/LineButtons.tsx';
import lineClasses from '../../lines/lines.module.css';
import classes from '../compose.module.css';
import { leapt, stepped, titled, withoutItems } from '../work/work.ts';
import { answerKeys, type LineActions } from './shared.ts';
import { TitleField } from './TitleField.tsx';

/** What an exhibit will be in print: its pages' numbers, and the version that it is an addition of. */
export interface Printed {
  readonly numbers: string;
  readonly late: number | null;
}

interface Props extends LineActions {
  readonly item: Item;
  readonly exhibit: ExhibitRow | undefined;
  /** Unknown until it was laid out. */
  readonly printed: Printed | undefined;
}

/** One exhibit in its place. */
export function ItemLine(props: Props) {
  const { item, exhibit, printed, sections, editing, onChange, onMoved, onNext, onEdit } = props;
  const { t } = useTranslation('bundles');
  const { id, title } = item;
  // An addition that is not saved yet is told as well.
  const late = printed === undefined ? item.late : printed.late;
  const number = exhibit === undefined ? '' : exhibitNumber(exhibit.number);
  const name = exhibit?.name ?? '';
  const keys = {
    'alt+arrowup': () => onMoved(stepped(sections, id, -1), id),
    'alt+arrowdown': () => onMoved(stepped(sections, id, 1), id),
    'alt+pageup': () => onMoved(leapt(sections, id, -1), id),
    'alt+pagedown': () => onMoved(leapt(sections, id, 1), id),
    arrowup: () => onNext(id, -1),
    arrowdown: () => onNext(id, 1),
    f2: () => onEdit(id),
    delete: () => {
      onNext(id, 1);
      onChange(withoutItems(sections, [id]));
    },
  };
  const done = (text: string | null) => {
    onEdit(null);
    if (text !== null) onMoved(titled(sections, id, text === name ? '' : text), id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a list that takes the focus is no fieldset
    <div
      className={classes.item}
      data-line={id}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: lines are moved with Alt and the arrow keys
      tabIndex={0}
      aria-label={t('compose.item', { number, title: title || name })}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+PageUp Alt+PageDown F2 Delete"
      onKeyDown={(event) => answerKeys(event, keys)}
    >
      <IconGripVertical size={14} className={lineClasses.grip} aria-hidden />
      {exhibit !== undefined && <ExhibitIcon of={exhibit} />}
      <span className={lineClasses.number}>{number}</span>
      {editing === id ? (
        <TitleField
          label={t('compose.titleOf', { number })}
          value={title || name}
          placeholder={name}
          onDone={done}
        />
      ) : (
        <span className={lineClasses.name} title={title === '' ? name : `${title} (${name})`}>
          {title || name}
        </span>
      )}
      {late !== null && (
        <Badge size="xs" variant="light" color="warning" className={classes.late}>
          {t('compose.late', { version: late })}
        </Badge>
      )}
      <LineButtons
        className={classes.actions}
        rename={{
          label: t('compose.rename', { number }),
          title: t('compose.renameHint'),
          act: () => onEdit(id),
        }}
        up={{ act: keys['alt+arrowup'] }}
        down={{ act: keys['alt+arrowdown'] }}
        remove={{
          label: t('order.remove', { number }),
          act: () => onChange(withoutItems(sections, [id])),
        }}
      />
      <span className={classes.numbers} data-late={late !== null || undefined}>
        {printed?.numbers}
      </span>
    </div>
  );
}
