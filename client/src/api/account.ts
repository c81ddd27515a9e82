import type { Device, RoleChoice, SignInAsked } from '../../../shared/api/me.ts';
import { readAll, write } from './http.ts';

/** Signing in and out, here and elsewhere. */

export const signOut = () => write<undefined>('/me/session', { method: 'DELETE' });
export const getDevices = () => readAll<Device>('/me/devices');
export const signOutDevice = (id: string) => write<undefined>(`/me/devices/${id}`, { method: 'DELETE' });
export const signOutEverywhere = () => write<undefined>('/me/devices', { method: 'DELETE' });
export const chooseRole = (body: RoleChoice) => write<undefined>('/me/role', { method: 'PUT', body });
export const askForLinkAgain = () => write<SignInAsked>('/me/sign-in', { method: 'POST' });
export const askForLink = (email: string) => write<SignInAsked>('/sign-in', { method: 'POST', body: { email } });
