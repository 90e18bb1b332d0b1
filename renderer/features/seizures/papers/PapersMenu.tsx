import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateInfo } from '../../../../electron/core/features/seizures/papers/model.ts';
import { useCore } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { PaperDialog } from './PaperDialog.tsx';

interface Props {
  readonly caseId: string;
  /** The assets that the document is about, in their order. */
  readonly assets: readonly string[];
}

/** The documents that can be made of these assets. */
export function PapersMenu({ caseId, assets }: Props) {
  const { t, i18n } = useTranslation('papers');
  const { data: templates = [] } = useCore('seizures.templates', { case: caseId });
  const [chosen, setChosen] = useState<TemplateInfo | null>(null);
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  const mayMake = useMay('seizure.write');
  if (!mayMake || templates.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal width={380}>
        <Menu.Target>
          <Button
            size="compact-sm"
            flex="none"
            variant="default"
            leftSection={<IconFileText size={14} />}
            disabled={assets.length === 0}
          >
            {t('button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {templates.map((template) => (
            <Menu.Item key={template.id} onClick={() => setChosen(template)}>
              {template.name[language]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen !== null && (
        <PaperDialog caseId={caseId} assets={assets} template={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
