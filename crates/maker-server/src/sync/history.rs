//! The head of a workspace's history, and whether a moment belongs to it.

use maker_domain::sync::token::{Chain, Token};
use uuid::Uuid;

use super::SyncError;
use crate::db::{DbError, Engine, Reads, Tx, sql};

/// The row of `sync_head`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(super) token: Token,
    /// Tombstones up to here are gone.
    pub(super) floor: u64,
    pub(super) backed_up_through: u64,
    pub(super) rows: u64,
    pub(super) bytes: u64,
}

type HeadRow = (i64, i64, String, i64, i64, i64);

impl Head {
    /// Before the first change.
    const START: Self = Self { token: Token::START, floor: 0, backed_up_through: 0, rows: 0, bytes: 0 };

    /// The head as of a moment that is read from.
    pub(super) async fn read(from: &mut impl Reads, tenant: Uuid) -> Result<Self, SyncError> {
        enter(from, tenant).await?;
        let head = sql(
            "SELECT head, floor, chain, backed_up_through, row_count, byte_count FROM sync_head WHERE tenant_id = $1",
        );
        head.bind(tenant).optional::<HeadRow>(from).await?.map_or(Ok(Self::START), Self::from_row)
    }

    /// The head under its lock: whoever has it is the only writer of the workspace. It is the first statement of a change,
    /// and the only lock of it, so that nobody waits in a circle.
    pub(crate) async fn lock(tx: &mut Tx, tenant: Uuid) -> Result<Self, SyncError> {
        enter(tx, tenant).await?;
        loop {
            let head = sql("SELECT head, floor, chain, backed_up_through, row_count, byte_count FROM sync_head \
                 WHERE tenant_id = $1 FOR UPDATE");
            if let Some(row) = head.bind(tenant).optional::<HeadRow>(tx).await? {
                return Self::from_row(row);
            }
            let known = sql("SELECT count(*) FROM workspaces WHERE id = $1").bind(tenant).one::<(i64,)>(tx).await?.0;
            if known == 0 {
                return Err(SyncError::NoWorkspace);
            }
            let first = sql("INSERT INTO sync_head (tenant_id, chain) VALUES ($1, $2) ON CONFLICT DO NOTHING");
            first.bind(tenant).bind(chain_text(Chain::default())).run(tx).await?;
        }
    }

    pub(super) async fn write(&self, tx: &mut Tx, tenant: Uuid) -> Result<(), SyncError> {
        let update = sql(
            "UPDATE sync_head SET head = $2, floor = $3, chain = $4, backed_up_through = $5, row_count = $6, byte_count = $7 \
             WHERE tenant_id = $1",
        );
        let update = update.bind(tenant).bind(to_db(self.token.seq)).bind(to_db(self.floor));
        let update = update.bind(chain_text(self.token.chain)).bind(to_db(self.backed_up_through));
        update.bind(to_db(self.rows)).bind(to_db(self.bytes)).run(tx).await?;
        Ok(())
    }

    /// Whether a moment that a device has learnt of is in this history.
    pub(super) async fn check(&self, from: &mut impl Reads, tenant: Uuid, moment: Token) -> Result<(), SyncError> {
        if moment.seq <= self.token.seq && self.chain_at(from, tenant, moment.seq).await? == Some(moment.chain) {
            return Ok(());
        }
        Err(SyncError::Diverged)
    }

    /// The chain at a number of this history, if it is still known.
    pub(super) async fn chain_at(
        &self,
        from: &mut impl Reads,
        tenant: Uuid,
        seq: u64,
    ) -> Result<Option<Chain>, SyncError> {
        if seq == self.token.seq {
            return Ok(Some(self.token.chain));
        }
        if seq == 0 {
            return Ok(Some(Chain::default()));
        }
        let chain = sql("SELECT chain FROM sync_changeset WHERE tenant_id = $1 AND seq = $2").bind(tenant);
        let chain = chain.bind(to_db(seq)).optional::<(String,)>(from).await?;
        chain.map(|(text,)| read_chain(&text)).transpose()
    }

    fn from_row((head, floor, chain, backed_up_through, rows, bytes): HeadRow) -> Result<Self, SyncError> {
        Ok(Self {
            token: Token { seq: from_db(head), chain: read_chain(&chain)? },
            floor: from_db(floor),
            backed_up_through: from_db(backed_up_through),
            rows: from_db(rows),
            bytes: from_db(bytes),
        })
    }
}

/// From here on PostgreSQL shows this transaction no row of another workspace, whatever a statement forgets to say.
pub(crate) async fn enter(from: &mut impl Reads, tenant: Uuid) -> Result<(), DbError> {
    if from.engine() == Engine::Postgres {
        sql("SELECT set_config('app.tenant', $1, true)").bind(tenant).one::<(String,)>(from).await?;
    }
    Ok(())
}

/// As the column has it: 32 hexadecimal digits.
pub(super) fn chain_text(chain: Chain) -> String {
    format!("{:032x}", u128::from_be_bytes(chain.0))
}

pub(super) fn read_chain(text: &str) -> Result<Chain, SyncError> {
    let bits = u128::from_str_radix(text, 16).map_err(|_| SyncError::Damaged("sync_changeset"))?;
    Ok(Chain(bits.to_be_bytes()))
}

/// Numbers are never negative, and none comes near the end of the type.
pub(crate) fn from_db(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

pub(crate) fn to_db(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
