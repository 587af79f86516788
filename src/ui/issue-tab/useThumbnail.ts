import { useEffect, useState } from 'react';
import { blobOf, type PickedFile } from './usePickedFiles';

const WIDEST = 280;
const TALLEST = 200;

/**
 * The address of a small picture of a chosen one; undefined for what is no picture, or until it is drawn. Small, because UI Kit hands
 * the whole screen over whenever a key is pressed: megabytes must not be in it.
 */
export function useThumbnail(file: PickedFile | undefined): string | undefined {
  const [drawn, setDrawn] = useState<{ readonly of: PickedFile; readonly address: string | undefined }>();
  useEffect(() => {
    if (file?.type.startsWith('image/')) void thumbnailOf(file).then((address) => setDrawn({ of: file, address }));
  }, [file]);
  return drawn && drawn.of === file ? drawn.address : undefined;
}

async function thumbnailOf(file: PickedFile): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(blobOf(file));
    const scale = Math.min(1, WIDEST / picture.width, TALLEST / picture.height);
    const canvas = new OffscreenCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await canvas.convertToBlob({ type: 'image/jpeg' });
    return addressOf(await small.arrayBuffer());
  } catch {
    // Not a picture this browser knows: its name stands for it, and the server says what is wrong with it.
    return undefined;
  }
}

const addressOf = (bytes: ArrayBuffer): string =>
  `data:image/jpeg;base64,${btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))}`;
