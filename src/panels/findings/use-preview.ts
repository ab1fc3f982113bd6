import type { Finding } from '#rules';
import { type Preview, previewOf } from '#store';
import { useAppState } from '#ui';

/** The preview of a finding's fix, wherever it was asked for. */
export const usePreviewAnywhere = ({ fingerprint }: Finding): Preview | undefined =>
  useAppState((state) => {
    const preview = previewOf(state);
    return preview?.fingerprint === fingerprint ? preview : undefined;
  });

/** The preview of a finding's fix that was asked for at this place. */
export const usePreview = (finding: Finding, place: Preview['place']): Preview | undefined => {
  const preview = usePreviewAnywhere(finding);
  return preview?.place === place ? preview : undefined;
};
