import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Section } from '../../../../../electron/core/features/bundles/model.ts';
import { LineButtons } from '../../lines/LineButtons.tsx';
import lineClasses from '../../lines/lines.module.css';
import classes from '../compose.module.css';
import { movedSection, titled, withoutSection } from '../work/work.ts';
import { answerKeys, type LineActions } from './shared.ts';
import { TitleField } from './TitleField.tsx';

interface Props extends LineActions {
  readonly section: Section;
  readonly at: number;
}

/** A section's title. What is in a section that goes passes to the one beside it. */
export function SectionLine(props: Props) {
  const { section, at, sections, editing, onChange, onMoved, onNext, onEdit } = props;
  const { t } = useTranslation('bundles');
  const { id, title, items } = section;
  const name = title === '' ? t('compose.untitled') : title;
  const mayGo = items.length === 0 || sections.length > 1;
  const keys = {
    'alt+arrowup': () => onMoved(movedSection(sections, id, at - 1), id),
    'alt+arrowdown': () => onMoved(movedSection(sections, id, at + 1), id),
    arrowup: () => onNext(id, -1),
    arrowdown: () => onNext(id, 1),
    f2: () => onEdit(id),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a list that takes the focus is no fieldset
    <div
      className={classes.section}
      data-line={id}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: lines are moved with Alt and the arrow keys
      tabIndex={0}
      aria-label={t('compose.section', { title: name })}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2"
      onKeyDown={(event) => answerKeys(event, keys)}
    >
      <IconGripVertical size={14} className={lineClasses.grip} aria-hidden />
      {editing === id ? (
        <TitleField
          label={t('compose.sectionTitle')}
          value={title}
          placeholder={t('compose.untitled')}
          onDone={(text) => {
            onEdit(null);
            if (text !== null) onMoved(titled(sections, id, text), id);
          }}
        />
      ) : (
        <span
          className={`${lineClasses.name} ${classes.sectionName}`}
          data-untitled={title === '' || undefined}
        >
          {name}
        </span>
      )}
      <span className={classes.count}>{t('compose.count', { count: items.length })}</span>
      <LineButtons
        className={classes.actions}
        rename={{
          label: t('compose.renameSection', { title: name }),
          title: t('compose.renameHint'),
          act: () => onEdit(id),
        }}
        up={{ disabled: at === 0, act: keys['alt+arrowup'] }}
        down={{ disabled: at === sections.length - 1, act: keys['alt+arrowdown'] }}
        remove={{
          label: t('compose.removeSection', { title: name }),
          title: items.length === 0 ? undefined : t('compose.removeSectionHint'),
          disabled: !mayGo,
          act: () => onChange(withoutSection(sections, id)),
        }}
      />
    </div>
  );
}
