/** What screens use of a browser beyond what Node has as well (the types of a whole DOM would let screens reach for one they have not). */
declare function createImageBitmap(picture: Blob): Promise<ImageBitmap>;

type ImageBitmap = { readonly width: number; readonly height: number };

declare class OffscreenCanvas {
  constructor(width: number, height: number);
  readonly width: number;
  readonly height: number;
  getContext(
    kind: '2d',
  ): { drawImage(picture: ImageBitmap, x: number, y: number, width: number, height: number): void } | null;
  convertToBlob(wish: { readonly type: string }): Promise<Blob>;
}
