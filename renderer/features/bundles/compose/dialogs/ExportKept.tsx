import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { Dialog } from '../../../../components/Dialog.tsx';
import { ExportForm } from '../../prepare/ExportForm.tsx';

interface Props {
  readonly caseId: string;
  readonly draft: Draft;
  readonly onClose: () => void;
}

/** Exports the version that is saved; with that it is given out. */
export function ExportKept({ caseId, draft, onClose }: Props) {
  const { t } = useTranslation('bundles');
  const { id, version, name, composition } = draft;
  const exhibits = composition.sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit));
  return (
    <Dialog title={t('compose.exportTitle', { version })} size={560} onClose={onClose}>
      <ExportForm
        caseId={caseId}
        exhibits={exhibits}
        kept={{ draft: id, version, name, recipient: composition.recipient, audience: composition.audience }}
        onBegun={onClose}
      />
    </Dialog>
  );
}
