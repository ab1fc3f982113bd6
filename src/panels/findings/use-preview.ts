import type { Finding } from '#rules';
import { type Preview, previewOf } from '#store';
import { useAppState } from '#ui';

/** The preview of a finding's fix that was asked for at this place. */
export const usePreview = ({ fingerprint }: Finding, place: Preview['place']): Preview | undefined =>
  useAppState((state) => {
    const preview = previewOf(state);
    return preview?.fingerprint === fingerprint && preview.place === place ? preview : undefined;
  });
