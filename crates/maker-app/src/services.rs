//! What the maker offers on their page.

use maker_domain::id::ServiceId;
use maker_domain::service::{ServiceFields, ServiceType, is_currency, price_trouble};
use maker_store::StoreError;
use maker_store::services::Service;
use maker_words::say;

use crate::studio::Studio;
use crate::views::ServiceView;
use crate::{Answer, AppError, ErrorCode};

/// What the first service is priced in, until the maker says otherwise.
const FIRST_CURRENCY: &str = "EUR";

impl Studio {
    /// The services in their order.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn services(&self) -> Answer<Vec<ServiceView>> {
        Ok(self.inner.store.services().await?.into_iter().map(view).collect())
    }

    /// One of them.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn service(&self, id: ServiceId) -> Answer<ServiceView> {
        Ok(view(self.inner.store.service(id).await?))
    }

    /// Begins a service that is not on the page yet; the one that was begun before and has nothing in it, where there is one.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn new_service(&self) -> Answer<ServiceView> {
        let all = self.inner.store.services().await?;
        if let Some(empty) = all.iter().find(|service| is_empty(&service.fields)) {
            return Ok(view(empty.clone()));
        }
        self.add_service(&ServiceFields { hidden: true, ..self.next(all).await }).await
    }

    /// What the next service begins with: nothing but the kind and the currency of the one edited last.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn next_service(&self) -> Answer<ServiceFields> {
        Ok(self.next(self.inner.store.services().await?).await)
    }

    /// Adds a service behind the others.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a price or a currency that is none.
    pub async fn add_service(&self, fields: &ServiceFields) -> Answer<ServiceView> {
        self.add_behind(fields, None).await
    }

    /// Keeps what was typed over the fields that the screen showed. What another device or window wrote meanwhile stays:
    /// the answer has both.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a price or a currency that is none; [`ErrorCode::NotFound`]
    pub async fn save_service(
        &self,
        id: ServiceId,
        shown: &ServiceFields,
        fields: &ServiceFields,
    ) -> Answer<ServiceView> {
        check(fields)?;
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.save_service_over(id, maker, shown, fields, self.inner.now()).await?;
        self.inner.edited();
        self.service(id).await
    }

    /// Makes a second one, behind the first and not on the page yet.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn duplicate_service(&self, id: ServiceId) -> Answer<ServiceView> {
        let mut fields = self.inner.store.service(id).await?.fields;
        fields.hidden = true;
        if !fields.title.trim().is_empty() {
            fields.title = format!("{} (copy)", fields.title.trim_end());
        }
        self.add_behind(&fields, Some(id)).await
    }

    /// Puts a service before another one, or behind all.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn move_service(&self, id: ServiceId, before: Option<ServiceId>) -> Answer<Vec<ServiceView>> {
        self.inner.store.move_service(id, before, self.inner.now()).await?;
        self.inner.changed("services");
        self.services().await
    }

    /// Deletes a service.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delete_service(&self, id: ServiceId) -> Answer<()> {
        self.inner.store.delete_service(id, self.inner.now()).await?;
        self.inner.changed("services");
        Ok(())
    }

    /// Brings it back as it was.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it was not deleted on this computer in the last thirty days.
    pub async fn restore_service(&self, id: ServiceId) -> Answer<()> {
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.restore_service(id, maker, self.inner.now()).await?;
        self.inner.changed("services");
        Ok(())
    }

    /// It was left: one that was begun and has nothing in it goes without a word.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn leave_service(&self, id: ServiceId) -> Answer<()> {
        match self.inner.store.service(id).await {
            Ok(service) if is_empty(&service.fields) => self.delete_service(id).await,
            Ok(_) | Err(StoreError::NotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn add_behind(&self, fields: &ServiceFields, behind: Option<ServiceId>) -> Answer<ServiceView> {
        check(fields)?;
        let id = ServiceId::make();
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.add_service(id, maker, fields, behind, self.inner.now()).await?;
        self.inner.changed("services");
        self.service(id).await
    }
}

impl Studio {
    async fn next(&self, all: Vec<Service>) -> ServiceFields {
        let (kind, currency) = match all.into_iter().max_by_key(|service| service.updated_at) {
            Some(last) => (last.fields.kind, last.fields.currency),
            None => (self.trade().await.unwrap_or(ServiceType::Artisan), FIRST_CURRENCY.to_owned()),
        };
        ServiceFields {
            title: String::new(),
            description: None,
            price: 0.0,
            currency,
            kind,
            position: None,
            hidden: false,
        }
    }
}

fn check(fields: &ServiceFields) -> Answer<()> {
    let refuse = |message: String| Err(AppError::new(ErrorCode::BadInput, message));
    if !is_currency(&fields.currency) {
        return refuse(say!("app-bad-currency"));
    }
    price_trouble(fields.price, &fields.currency).map_or(Ok(()), refuse)
}

fn is_empty(fields: &ServiceFields) -> bool {
    let described = fields.description.as_ref().is_some_and(|text| !text.trim().is_empty());
    fields.hidden && fields.title.trim().is_empty() && !described && fields.price == 0.0
}

fn view(service: Service) -> ServiceView {
    let Service { id, fields, updated_at, .. } = service;
    ServiceView { id, missing: fields.missing(), fields, updated_at }
}
