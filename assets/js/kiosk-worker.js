// Keeps the kiosk's page and what belongs to it, so that it comes up without a connection. New first, kept copy else.
const patience = 4000; // milliseconds for a network that does not answer
const anyway = { ignoreVary: true }; // a page is kept once, whoever asks

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function newest(request) {
    const kept = await caches.open("kiosk");
    try {
        const reply = await fetch(request, { signal: AbortSignal.timeout(patience) });
        if (reply.ok) await kept.put(request, reply.clone());
        return reply.status < 500 ? reply : (await kept.match(request, anyway)) ?? reply;
    } catch {
        return (await kept.match(request, anyway)) ?? Response.error();
    }
}

self.addEventListener("fetch", (event) => {
    if (event.request.method === "GET") event.respondWith(newest(event.request));
});
