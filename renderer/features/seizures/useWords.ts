import { useTranslation } from 'react-i18next';
import type {
  AssetField,
  AssetKind,
  AssetStage,
  EventType,
} from '../../../electron/core/features/seizures/model.ts';

/** The register's words in the language shown. */
export function useWords() {
  const { t } = useTranslation('seizures');
  return {
    kind: (kind: AssetKind) => t(`kind.${kind}`),
    stage: (stage: AssetStage) => t(`stage.${stage}`),
    /** What the act is called: `Ejecución`. */
    event: (type: EventType) => t(`event.${type}`),
    field: (field: AssetField) => t(`field.${field}`),
  };
}
