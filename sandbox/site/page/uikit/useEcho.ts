import { useEffect, useRef, useState } from 'react';

/**
 * The value of a field whose owner answers late. What is typed shows at once and is sent; the owner's echoes of it are
 * dropped, and any other value it sets (a cleared composer) is taken over. Without this, typing fast loses characters.
 */
export function useEcho<Value>(owned: Value | undefined, start: Value): readonly [Value, (value: Value) => void] {
  const [shown, setShown] = useState(owned ?? start);
  const sent = useRef<readonly Value[]>([]);
  useEffect(() => {
    if (owned === undefined) return;
    const echo = sent.current.lastIndexOf(owned);
    if (echo === -1) setShown(owned);
    sent.current = echo === -1 ? [] : sent.current.slice(echo + 1);
  }, [owned]);
  const type = (value: Value) => {
    sent.current = [...sent.current, value].slice(-50);
    setShown(value);
  };
  return [shown, type];
}
