let isOpen = false;

/** Whether the person is choosing files in the browser's own dialog. */
export const isPicking = (): boolean => isOpen;

/** Files that the person chooses; none where they think better of it. */
export const pickFiles = (): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const end = (files: readonly File[]) => {
      isOpen = false;
      resolve(files);
    };
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,application/json,.png,image/png,.svg,image/svg+xml';
    input.onchange = () => end([...(input.files ?? [])]);
    input.oncancel = () => end([]);
    isOpen = true;
    input.click();
  });
