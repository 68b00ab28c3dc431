package scapula.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Tells the pool which connections are of no more use: those to a database that closed itself, as H2 does where the disk
 * is full. The next connection opens it again.
 */
public final class DeadConnections implements SQLExceptionOverride {

    private static final Set<Integer> CLOSED = Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.GENERAL_ERROR_1);

    @java.lang.Override
    public Override adjudicate(SQLException failed) {
        return CLOSED.contains(failed.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
