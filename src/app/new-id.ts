import type { ResourceId } from '#model';

/** Opaque; also where the page is served without TLS, which `randomUUID` refuses. */
export const newId = (): ResourceId =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  ) as ResourceId;
