# The bot in a container. docs/OPERATING.md says how to run it; compose.yaml adds the database.
#   docker build --tag petition-channel .

# Any image with Node.js 20.19 or later and npm.
ARG NODE_IMAGE=node:22-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY tsconfig.json ./
COPY adapters adapters
COPY src src
RUN npm run build
# Only the build needs the compiler, the types and the source maps.
RUN rm -rf node_modules/typescript node_modules/@typescript node_modules/@types node_modules/.bin \
  && find dist node_modules -name '*.map' -delete \
  && find dist -name '*.tsbuildinfo' -delete \
  && mkdir data

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# The page's stylesheets and pictures.
COPY adapters/web/public adapters/web/public
COPY src/http/public src/http/public
COPY content content
# The account `node` of the official image, by number, so that other images need no such account.
COPY --from=build --chown=1000:1000 /app/data /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
# Healthy is what /readyz calls ready: a signature can be recorded.
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "dist/src/main.js"]
CMD ["serve"]
