import type { Swap, SwapInput, SwapsOfBooking } from '../../../shared/api/swaps.ts';
import { read, readAll, write } from './http.ts';

export const getSwapsOf = (bookingId: string) => read<SwapsOfBooking>(`/bookings/${bookingId}/swaps`);
export const getSwaps = (programmeId: string) => readAll<Swap>(`/programmes/${programmeId}/swaps`);
export const askForSwap = (bookingId: string, body: SwapInput) => write<Swap>(`/bookings/${bookingId}/swaps`, { method: 'POST', body });
export const agreeToSwap = (id: string) => write<Swap>(`/swaps/${id}/agreement`, { method: 'POST' });
/** Takes one's own wish back, or declines the other's. */
export const endSwap = (id: string) => write<undefined>(`/swaps/${id}`, { method: 'DELETE' });
