import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

/** A function that stays the same and does what the latest drawing's would: for effects that must not start anew with each drawing. */
export function useEvent<Given extends unknown[], Result>(act: (...given: Given) => Result): (...given: Given) => Result {
  const actRef = useRef(act);
  useLayoutEffect(() => {
    actRef.current = act;
  });
  return useCallback((...given: Given) => actRef.current(...given), []);
}
