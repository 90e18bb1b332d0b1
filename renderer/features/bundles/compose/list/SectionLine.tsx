import { ActionIcon, CloseButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Section } from '../../../../../electron/core/features/bundles/model.ts';
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
      <IconGripVertical size={14} className={classes.grip} aria-hidden />
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
        <span className={classes.sectionName} data-untitled={title === '' || undefined}>
          {name}
        </span>
      )}
      <span className={classes.count}>{t('compose.count', { count: items.length })}</span>
      <span className={classes.actions}>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={t('compose.renameSection', { title: name })}
          title={t('compose.renameHint')}
          onClick={() => onEdit(id)}
        >
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={t('order.up')}
          disabled={at === 0}
          onClick={keys['alt+arrowup']}
        >
          <IconChevronUp size={14} />
        </ActionIcon>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={t('order.down')}
          disabled={at === sections.length - 1}
          onClick={keys['alt+arrowdown']}
        >
          <IconChevronDown size={14} />
        </ActionIcon>
        <CloseButton
          size="sm"
          tabIndex={-1}
          disabled={!mayGo}
          aria-label={t('compose.removeSection', { title: name })}
          title={items.length === 0 ? undefined : t('compose.removeSectionHint')}
          onClick={() => onChange(withoutSection(sections, id))}
        />
      </span>
    </div>
  );
}
